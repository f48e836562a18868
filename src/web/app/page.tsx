import { MarketsPage } from "@/markets/components/MarketsPage";

export default function Page() {
  return (
    <>
      <MarketsPage />
      <noscript>Fincord&rsquo;s charts need JavaScript.</noscript>
    </>
  );
}
