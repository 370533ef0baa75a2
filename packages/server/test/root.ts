import { fileURLToPath } from 'node:url'

/** The folder that holds charters/. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
