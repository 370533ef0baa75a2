#!/usr/bin/env node
// In the checkout the command is TypeScript, run as it stands; in the published package it was built to dist/.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const inCheckout = existsSync(new URL('../src/main.ts', import.meta.url))

const { continueOnPinnedNode } = await import(inCheckout ? '../../../tools/pinned-node.mjs' : './pinned-node.mjs')

if (await continueOnPinnedNode(import.meta.url)) {
  // Types are stripped and code is compiled once, not at every start. Kept beside the packages and not in a folder for
  // all users, whence it would be run. Where it cannot be written, Node goes on without.
  const packages = new URL(inCheckout ? '../../../node_modules/' : '../../../', import.meta.url)
  module.enableCompileCache(fileURLToPath(new URL('.cache/avow', packages)))
  const { main } = await import(inCheckout ? '../src/main.ts' : '../dist/main.js')
  process.exitCode = await main(process.argv.slice(2))
}
