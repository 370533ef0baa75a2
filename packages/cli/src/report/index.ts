/** The report of a backtest as one HTML file. */
import { gather } from './gather.ts'
import type { ReportInput } from './input.ts'
import { page } from './page.ts'
import { inBoth, LANGUAGES, type LanguageCode, Tongue } from './tongue.ts'

export type { LinesAccount, ReportInput } from './input.ts'

/**
 * Runs the backtest once and writes the report: all languages in one file, opening in `language`. It needs no network, no
 * other file, and no script for reading. Throws CalendarError where the history leaves the version's horizon.
 */
export function reportHtml(input: ReportInput, language: LanguageCode = 'en'): string {
  const codes = [language, ...LANGUAGES.filter((code) => code !== language)]
  const tongues = codes.map((code) => new Tongue(code, input.charter))
  return page({ input, gathered: gather(input), tongues, both: inBoth(tongues) })
}
