// Loaded before dependency-cruiser: its parser (swc) is never told that a .tsx file holds markup, so it is told here.
const swc = require('@swc/core')

const { parseFileSync } = swc
swc.parseFileSync = (/** @type {string} */ file, /** @type {import('@swc/core').ParseOptions} */ options) =>
  parseFileSync(file, { ...options, syntax: 'typescript', tsx: file.endsWith('.tsx') })
