import type { Importer } from "../importer.ts";

/** Plans and states of Terraform and OpenTofu, as `show -json` prints them. */
export const importTerraform: Importer = () => {};
