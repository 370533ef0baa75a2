/** The frame of every public page. */
import { type Html, html, joined, type Piece, plain } from './html.ts'
import { ICON_ADDRESS } from './icon.ts'
import { directionOf, NAMES } from './languages.ts'
import { styleAddress } from './style-sheet.ts'
import type { Visit } from './visit.ts'

export interface PageParts {
  /** As text: names the page in the browser’s tab. */
  readonly title: Html
  readonly content: Html
  /** The page’s own place among the parts of the site. */
  readonly part?: 'help' | 'charter' | 'write'
  /** Only its reader’s: not for search engines, and without ways to pages of other languages’ readers. */
  readonly isPrivate?: boolean
  readonly foot?: Piece
}

/** A whole page, from its doctype on. */
export function page(visit: Visit, { title, content, part, isPrivate = false, foot }: PageParts): string {
  const { tongue, workspace } = visit
  const { language, direction } = tongue
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(title)} · ${workspace.name}</title>
<link rel="icon" href="${ICON_ADDRESS}" type="image/svg+xml">
<link rel="stylesheet" href="${styleAddress()}">
${isPrivate ? html`<meta name="robots" content="noindex, nofollow">` : joined(alternates(visit), '\n')}
</head>
<body>
<a class="skip" href="#content">${tongue.say('page.skip')}</a>
<header class="top"><p class="company"><a href="${visit.to('')}"><bdi>${workspace.name}</bdi></a></p>
<nav aria-label="${plain(tongue.say('page.parts'))}"><ul>
${partLink(visit, '/charter', 'page.charter', part === 'charter')}
${partLink(visit, '/requests/new', 'page.write', part === 'write')}
</ul></nav></header>
<main id="content">
${content}
</main>
<footer class="foot">${foot}
<nav aria-label="${plain(tongue.say('page.languages'))}"><ul class="languages">${joined(languageLinks(visit))}</ul></nav></footer>
</body>
</html>
`.markup
}

function partLink(visit: Visit, path: string, name: 'page.charter' | 'page.write', isHere: boolean): Html {
  return html`<li><a href="${visit.to(path)}"${isHere && html` aria-current="page"`}>${visit.tongue.say(name)}</a></li>`
}

function languageLinks(visit: Visit): readonly Html[] {
  return visit.languages.map((language) => {
    const name = html`<span lang="${language}" dir="${directionOf(language)}">${NAMES[language]}</span>`
    return language === visit.tongue.language
      ? html`<li aria-current="true">${name}</li>`
      : html`<li><a href="${visit.to(visit.path, language)}" hreflang="${language}" rel="alternate">${name}</a></li>`
  })
}

function alternates(visit: Visit): readonly Html[] {
  return visit.languages.map(
    (language) => html`<link rel="alternate" hreflang="${language}" href="${visit.to(visit.path, language)}">`,
  )
}
