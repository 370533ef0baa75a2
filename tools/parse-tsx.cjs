// Loaded before dependency-cruiser: its parser (swc) is never told that a .tsx file holds markup, so it is told here.
const swc = require('@swc/core')

const { parseFileSync } = swc
Object.assign(swc, {
  /** @type {(file: string, options: import('@swc/core').ParseOptions) => import('@swc/core').Module} */
  parseFileSync: (file, options) =>
    parseFileSync(file, { ...options, syntax: 'typescript', tsx: file.endsWith('.tsx') }),
})
