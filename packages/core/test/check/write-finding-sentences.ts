/** Writes finding-sentences.txt anew, after a sentence was changed: `node packages/core/test/check/write-finding-sentences.ts`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findingSentences } from './finding-sentences.ts'

writeFileSync(join(import.meta.dirname, 'finding-sentences.txt'), findingSentences())
