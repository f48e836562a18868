import type { ReactNode } from "react";
import { RowsSkeleton } from "@/markets/components/Skeletons";
import { Problem } from "@/shell/Problem";
import { useReading } from "../useReading";

/** What `read` answers, or that it is on its way, or why it is not there. */
export function Read<T>({
  what,
  read,
  children,
}: {
  /** What it is called: "The statement". */
  readonly what: string;
  readonly read: (signal: AbortSignal) => Promise<T>;
  readonly children: (value: T) => ReactNode;
}) {
  const { reading, retry } = useReading(read);
  if (reading.phase === "loading")
    return (
      <>
        <p className="visuallyHidden">Loading</p>
        <RowsSkeleton rows={4} />
      </>
    );
  if (reading.phase === "failed")
    return <Problem title={`${what} cannot be read`} reason={reading.problem} retry={retry} testId="figures-problem" />;
  return children(reading.value);
}
