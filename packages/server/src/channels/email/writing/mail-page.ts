import { escapeHtml, linkify } from '../reading/index.ts'

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The way a language (a tag such as `ar-EG`) is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** Plain text as paragraphs, each in the direction of its own first letter: answers quote and mix languages. */
export function paragraphs(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .split(/\n[ \t]*\n+/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p dir="auto">${linkify(paragraph.replace(/^\n+|\s+$/gu, '')).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n')
}

/** A whole page around a fragment that is safe already. */
export function mailPage(fragment: string, language: string, subject: string): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    `<body lang="${escapeHtml(language)}" dir="${directionOf(language)}" style="font-family:sans-serif;line-height:1.5">`,
    fragment,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
