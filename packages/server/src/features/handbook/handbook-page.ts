import { readFileSync } from 'node:fs'
import type { HandbookOutline } from '@avow/contract'
import { Html, html } from '../../site/html.ts'
import { directionOf, type Language } from '../../site/languages.ts'
import { handbookBody } from './handbook-body.ts'

export interface PageOptions {
  readonly language: Language
  /** Whose charter it is; empty where nobody knows. */
  readonly company: string
}

/**
 * A handbook as a page that stands alone: one file, with its style inside, that reads from nowhere and runs nothing. It may be
 * kept, sent on and printed.
 */
export function handbookPage(outline: HandbookOutline, { language, company }: PageOptions): string {
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex, nofollow">
<title>${outline.title.text}${company !== '' && ` · ${company}`}</title>
<style>
${style()}
</style>
</head>
<body>
<main class="handbook">
${company !== '' && html`<p class="company"><bdi>${company}</bdi></p>`}
${handbookBody(outline, language)}
</main>
</body>
</html>
`.markup
}

const FILES = ['../../../../web/src/ui/tokens.css', '../../site/style/base.css', '../../site/style/handbook.css']

let read: Html | undefined

/** Files of ours, without anything to be escaped. */
function style(): Html {
  read ??= new Html(FILES.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n'))
  return read
}
