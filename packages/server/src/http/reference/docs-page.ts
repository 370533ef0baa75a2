import { PROBLEMS, ROUTES, type Route } from '@avow/contract'

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2327; --paper: #fff; --line: #d5dadd; --quiet: #56616a }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaed; --paper: #14181b; --line: #333c43; --quiet: #9aa6af } }
body { margin: 0 auto; max-inline-size: 60rem; padding: 2rem 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
code { font: 14px/1.5 ui-monospace, monospace }
table { inline-size: 100%; border-collapse: collapse }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-block-start: 1px solid var(--line) }
th { font-weight: 600 }
.quiet { color: var(--quiet) }
.scroll { overflow-x: auto }
:target { background: color-mix(in srgb, var(--ink) 10%, var(--paper)) }
`

/** The page that lists routes and problems for a reader; no script, nothing from elsewhere. In English, as the API's own texts are. */
export function docsPage(): { readonly html: string; readonly style: string } {
  const routes = Object.entries<Route>(ROUTES).map(
    ([name, { method, path, says, who, needsKey }]) =>
      `<tr id="${name}"><td><code>${method} ${escape(path)}</code><td>${escape(says)}${needsKey ? ' <span class="quiet">(Idempotency-Key)</span>' : ''}<td><code>${who}</code>`,
  )
  const problems = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) => `<tr id="${code}"><td><code>${code}</code><td>${status}<td>${escape(title)}`,
  )
  const html = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Avow API</title><style>${STYLE}</style>
<h1>Avow API</h1>
<p>Everything below <code>/api/v1</code>, in JSON. Machines read <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).
<p>Send an API key as <code>Authorization: Bearer KEY</code>. Lists answer <code>{"items": […], "next": cursor or null}</code>.
Errors are problem details (RFC 9457) with one of the codes below.
<h2>Routes</h2>
<div class="scroll"><table><thead><tr><th scope="col">Route<th scope="col">What it does<th scope="col">Permission<tbody>
${routes.join('\n')}
</table></div>
<h2>Problems</h2>
<div class="scroll"><table><thead><tr><th scope="col">Code<th scope="col">Status<th scope="col">Title<tbody>
${problems.join('\n')}
</table></div>
</html>
`
  return { html, style: STYLE }
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
