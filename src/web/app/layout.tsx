import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { themeScript } from "@/shell/themeScript";
import "./globals.css";

export const metadata: Metadata = {
  title: "Fincord",
  description: "Instruments and live candles of the Fincord community.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#13161b" },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // The theme script sets an attribute before React wakes up.
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
