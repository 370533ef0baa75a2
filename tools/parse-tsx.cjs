// Loaded before dependency-cruiser: its parser (swc) is never told that a .tsx file holds markup, so it is told here.
const swc = require('@swc/core')

const { parseFileSync } = swc
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
