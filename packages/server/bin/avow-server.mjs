#!/usr/bin/env node
// What `avow backup`, `restore`, `user` and `api-key` run. Works on Node 20: the rest is handed to the pinned one.
import { continueOnPinnedNode } from '../../../tools/pinned-node.mjs'

if (await continueOnPinnedNode(import.meta.url)) {
  const { main } = await import('../src/command/main.ts')
  process.exitCode = await main(process.argv.slice(2), process.env, process.stdout)
}
