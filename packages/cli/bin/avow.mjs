#!/usr/bin/env node
// In the checkout the command is TypeScript, run as it stands; in the published package it was built to dist/.
import { existsSync } from 'node:fs'

const inCheckout = existsSync(new URL('../src/main.ts', import.meta.url))

const { continueOnPinnedNode } = await import(inCheckout ? '../../../tools/pinned-node.mjs' : './pinned-node.mjs')

if (await continueOnPinnedNode(import.meta.url)) {
  const { main } = await import(inCheckout ? '../src/main.ts' : '../dist/main.js')
  process.exitCode = await main(process.argv.slice(2))
}
