import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";

/** Where `npm run dev` finds a server that answers /graphql: the mock's address unless FINCORD_SERVER says otherwise. */
const developmentServer = process.env["FINCORD_SERVER"] ?? "http://127.0.0.1:5090";

/** The host serves plain files, so the build is a static export; only the development server may forward requests. */
export default function config(phase: string): NextConfig {
  const common: NextConfig = {
    reactStrictMode: true,
    poweredByHeader: false,
    // /trade/ is out/trade/index.html, which any server of files finds.
    trailingSlash: true,
    devIndicators: false,
    // Said here, or a lock file in a folder above is taken for a hint that the project begins there.
    turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },
  };
  return phase === PHASE_DEVELOPMENT_SERVER
    ? { ...common, rewrites: () => Promise.resolve([{ source: "/graphql", destination: `${developmentServer}/graphql` }]) }
    : { ...common, output: "export" };
}
