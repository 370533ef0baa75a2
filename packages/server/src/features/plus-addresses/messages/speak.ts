import { speakerOf } from '../../outbox/index.ts'
import { ar } from './ar.ts'
import { el } from './el.ts'
import { en } from './en.ts'
import { it } from './it.ts'
import { pl } from './pl.ts'

export const CATALOGUES = { en, ar, it, pl, el }

/** The first of these languages that there are words for, with its words; English where there is none. */
export const speaking = speakerOf(CATALOGUES)
