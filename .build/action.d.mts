import type { BuildOptions } from "esbuild";

export declare const actionBundle: (root: string, outfile: string) => BuildOptions;
