/** The outline of a handbook as markup: title, contents, clauses. It stands in a page of the site, or alone. */
import type { HandbookOutline, OutlineBlock, OutlineEntry, OutlineSection, OutlineTerm } from '@avow/contract'
import { type Html, html, joined, NOTHING, theirId } from '../../site/html.ts'

/** `language`: the reader’s; what is in another is marked as such. */
export function handbookBody(outline: HandbookOutline, language: string): Html {
  const { title, about, hash, reach, sections, contents, empty } = outline
  const own = (block: OutlineBlock) => blockMarkup(block, language)
  return html`<header class="head"><h1>${said(title.text, title.language, language)}</h1>
<ul class="edition">${joined(about.map((line) => html`<li>${fenced(line)}</li>`))}</ul>
<p class="quiet">${hash.label} <code class="hash">${theirId(hash.text)}</code></p>
${reach.length > 0 && termList(reach, language)}</header>
${sections.length === 0 ? html`<p>${empty}</p>` : contentsList(sections, contents)}
${joined(
  sections.map((section) => sectionMarkup(section, own)),
  '\n',
)}`
}

function contentsList(sections: readonly OutlineSection[], contents: string): Html {
  const items = sections.map(({ id, title, entries }) => {
    const named = entries.filter(({ name, mark }) => name !== undefined || mark !== undefined)
    const inner = named.length > 0 && html`<ol>${joined(named.map((entry) => html`<li>${entryLink(entry)}</li>`))}</ol>`
    return html`<li><a href="#${id}">${title}</a>${inner}</li>`
  })
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${contents}</h2><ol>${joined(items, '\n')}</ol></nav>`
}

function entryLink({ id, mark, name }: OutlineEntry): Html {
  return html`<a href="#${id}">${headingOf({ mark, name })}</a>`
}

function headingOf({ mark, name }: Pick<OutlineEntry, 'mark' | 'name'>): Html {
  return html`${mark !== undefined && html`<span class="clause-id">${theirId(mark)}</span> `}${name !== undefined && html`<bdi>${fenced(name)}</bdi>`}`
}

function sectionMarkup({ id, title, entries }: OutlineSection, own: (block: OutlineBlock) => Html): Html {
  const parts = entries.map((entry) => {
    const { mark, name, note, blocks } = entry
    const heading = (mark !== undefined || name !== undefined) && html`<h3>${headingOf(entry)}</h3>`
    const notes =
      note.length > 0 &&
      html`<p class="quiet">${joined(
        note.map((each) => html`<bdi>${fenced(each)}</bdi>`),
        ' · ',
      )}</p>`
    return html`<article id="${entry.id}">${heading}
${notes}
${joined(blocks.map(own), '\n')}</article>`
  })
  return html`<section id="${id}" class="kind"><h2>${title}</h2>
${joined(parts, '\n')}</section>`
}

function blockMarkup(block: OutlineBlock, language: string): Html {
  switch (block.kind) {
    case 'says':
      return html`<p class="says">${said(block.text, block.language, language)}</p>`
    case 'because':
      return html`<p class="quiet">${said(block.text, block.language, language)}</p>`
    case 'line':
      return html`<p>${fenced(block.text)}</p>`
    case 'list':
      return html`<p class="quiet">${block.title}</p><ul class="dates">${joined(block.items.map((item) => html`<li>${fenced(item)}</li>`))}</ul>`
    case 'table': {
      const head = block.columns.map((column) => html`<th scope="col"><bdi>${fenced(column)}</bdi></th>`)
      const rows = block.rows.map(
        (row) => html`<tr>${joined(row.map((cell) => html`<td><bdi>${fenced(cell)}</bdi></td>`))}</tr>`,
      )
      return html`<div class="table-box"><table><thead><tr>${joined(head)}</tr></thead><tbody>${joined(rows, '\n')}</tbody></table></div>`
    }
    case 'steps': {
      const steps = block.steps.map(({ name, does, only, next }) => {
        const acts = does.map(
          ({ label, text, language: of }) =>
            html`${label !== undefined && html`<span class="quiet">${label}</span> `}${said(text, of, language)} `,
        )
        return html`<li>${name !== undefined && html`<span class="clause-id">${theirId(name)}</span> `}${joined(acts)}${
          only.length > 0 &&
          html`<span class="quiet">${block.only}</span> ${joined(
            only.map((each) => html`<bdi>${fenced(each)}</bdi>`),
            ' · ',
          )} `
        }${next !== undefined && html`<span class="quiet">${block.next}</span> <bdi>${fenced(next)}</bdi>`}</li>`
      })
      return html`<ol class="steps">${joined(steps, '\n')}</ol>`
    }
    case 'terms':
      return termList(block.terms, language)
  }
}

function termList(terms: readonly OutlineTerm[], language: string): Html {
  const items = terms.map(
    ({ label, text, language: of }) => html`<div><dt>${label}</dt><dd>${said(text, of, language)}</dd></div>`,
  )
  return html`<dl class="terms">${joined(items)}</dl>`
}

/** A text of the charter: its own direction, and its language where that is not the reader’s. */
function said(text: string, of: string | undefined, language: string): Html {
  const isOwn = of === undefined || of === '' || of.split('-')[0] === language
  return isOwn ? html`<bdi>${fenced(text)}</bdi>` : html`<bdi lang="${of}">${fenced(text)}</bdi>`
}

const FENCED = /([\u2066\u2068][^\u2066-\u2069]*\u2069)/

/** What is fenced in as text is fenced in as markup. */
function fenced(text: string): Html {
  if (!FENCED.test(text)) return html`${text}`
  const parts = text.split(FENCED).map((part) => {
    if (part.startsWith('\u2066')) return theirId(part.slice(1, -1))
    return part.startsWith('\u2068') ? html`<bdi>${part.slice(1, -1)}</bdi>` : html`${part}`
  })
  return parts.length === 0 ? NOTHING : joined(parts)
}
