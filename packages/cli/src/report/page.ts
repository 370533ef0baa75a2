/** The whole page: one file that opens from disk, asks nothing of any network, and is read without its script too. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { atAGlance } from './at-a-glance.ts'
import { Html, html, joined } from './html.ts'
import { ledger } from './ledger.ts'
import { method } from './method.ts'
import { charterTitle, pageHeader } from './page-header.ts'
import { LINE_SIGNS } from './promise-line.ts'
import { promiseSection } from './promise-section.ts'
import { publicPage } from './public-page.ts'
import { styleSheet } from './style-sheet.ts'
import type { Tongue } from './tongue.ts'
import type { View } from './view.ts'

const beside = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** Writes the page; it opens in the first of the languages. */
export function page(view: View): string {
  const { both, tongues, gathered } = view
  const style = styleSheet()
  const script = beside('./page.browser.js')
  const policy = `default-src 'none'; style-src '${hashSource(style)}'; script-src '${hashSource(script)}'; base-uri 'none'; form-action 'none'`
  const [first] = tongues
  const title = (tongue: Tongue) => plainText(tongue.say('page.title', { title: charterTitle(view, tongue) }))
  const titles = tongues.map((tongue) => html` data-title-${tongue.code}="${title(tongue)}"`)
  const written = html`<!doctype html>
<html lang="${first?.code}" dir="${first?.code === 'ar' ? 'rtl' : 'ltr'}"${joined(titles)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${first !== undefined && title(first)}</title>
<style>${new Html(style)}</style>
</head>
<body>
<svg width="0" height="0" class="defs" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="5" height="5"/><rect class="hatch-stroke" width="2" height="5"/></pattern>${LINE_SIGNS}</defs></svg>
<a class="skip" href="#promises">${both((t) => t.say('page.skip'))}</a>
<div class="page">
${toolbar(view)}
<main>
${pageHeader(view)}
<nav aria-labelledby="contents"><h2 class="unseen" id="contents">${both((t) => t.say('page.contents'))}</h2><ul>${joined((['promises', 'ledger', 'public', 'method'] as const).map((part) => html`<li><a href="#${part}">${both((t) => t.say(`nav.${part}`))}</a></li>`))}</ul></nav>
<section id="promises"><h2 data-place>${both((t) => t.say('nav.promises'))}</h2>${atAGlance(view)}${joined(gathered.figures.promises.map((figures) => promiseSection(view, figures)))}</section>
${ledger(view)}
${publicPage(view)}
${method(view)}
</main>
<footer class="foot"><p>${both((t) => t.say('page.foot'))}</p></footer>
</div>
<script>${new Html(script)}</script>
</body>
</html>
`
  return written.markup
}

function toolbar({ both, tongues }: View): Html {
  const names = { en: 'English', ar: 'العربية' } as const
  const languages = tongues.map(
    ({ code }, index) =>
      html`<button type="button" data-language="${code}" lang="${code}" aria-pressed="${index === 0 ? 'true' : 'false'}">${names[code]}</button>`,
  )
  const themes = (['auto', 'light', 'dark'] as const).map(
    (theme) =>
      html`<button type="button" data-theme="${theme}" aria-pressed="${theme === 'auto' ? 'true' : 'false'}">${both((t) => t.say(`theme.${theme}`))}</button>`,
  )
  return html`<header class="toolbar"><span class="mark" dir="ltr">avow</span><div class="needs-script switches"><div class="choice" role="group" aria-labelledby="by-language"><span class="unseen" id="by-language">${both((t) => t.say('page.language'))}</span>${joined(languages)}</div><div class="choice" role="group" aria-labelledby="by-theme"><span class="unseen" id="by-theme">${both((t) => t.say('page.theme'))}</span>${joined(themes)}</div></div></header>`
}

function hashSource(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** Markup as the text that a title needs; `html` escapes it again. */
function plainText({ markup }: Html): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return markup.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
}
