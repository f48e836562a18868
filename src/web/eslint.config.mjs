import coreWebVitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

const config = [
  { ignores: [".next/", "out/", "next-env.d.ts"] },
  ...coreWebVitals,
  ...typescript,
  {
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "prefer-const": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  { files: ["scripts/**"], rules: { "no-console": "off", "react-hooks/rules-of-hooks": "off" } },
];

export default config;
