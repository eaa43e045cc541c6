import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  // The page may stand in any folder of a server.
  base: "./",
  plugins: [react()],
  // The package finds its WebAssembly beside itself; bundling it beforehand would part the two.
  optimizeDeps: { exclude: ["vsys"] },
  build: { target: "es2022" },
});
