import Link from "next/link";
import shell from "@/shell/shell.module.css";

export default function NotFound() {
  return (
    <main className={shell.problem}>
      <h1 className={shell.problemTitle}>There is nothing at this address</h1>
      <p>
        <Link href="/">To the instruments</Link>
      </p>
    </main>
  );
}
