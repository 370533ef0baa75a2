import type { Language } from '../demo-data.ts'
import { ar } from './ar.ts'
import type { DemoTexts } from './demo-texts.ts'
import { el } from './el.ts'
import { en } from './en.ts'
import { it } from './it.ts'
import { pl } from './pl.ts'

export const TEXTS: Readonly<Record<Language, DemoTexts>> = { en, it, pl, el, ar }
