import type { FastifyRequest } from 'fastify'
import type { Desk } from '../desk.ts'
import { isLanguage, type Language, offered, preferred } from './languages.ts'
import { type Tongue, tongueOf } from './tongue.ts'

export interface SiteWorkspace {
  readonly id: string
  readonly name: string
  readonly zone: string
}

/** Whose pages somebody reads, in which language, and how addresses on them begin. */
export interface Visit {
  readonly workspace: SiteWorkspace
  /** `` for the first workspace at its root, else `/w/slug`. */
  readonly root: string
  readonly tongue: Tongue
  /** The languages of these pages, the master first. */
  readonly languages: readonly [Language, ...Language[]]
  /** The address of this page below its language, with a slash before it; `` for the help centre. */
  readonly path: string
  /** Address of a page, e.g. `/charter`: in the language asked for, else in the one of this visit. */
  to(path: string, language?: Language): string
}

/** What stands in a page’s address before its own path. */
export interface PageParams {
  readonly slug?: string
  readonly language?: string
}

/**
 * Whose page is asked for; undefined where there is no such workspace. `languagesOf` gives those its pages are in.
 * An address may name any language that pages are written in: links in mail do, and the charter’s texts then stand in its
 * master language.
 */
export async function visitOf(
  { store }: Desk,
  request: FastifyRequest<{ Params: PageParams }>,
  path: string,
  languagesOf: (workspace: string) => Promise<readonly string[] | undefined>,
): Promise<Visit | undefined> {
  const { slug, language } = request.params
  const query = store.control.selectFrom('control.workspace').select(['id', 'name', 'zone', 'languages'])
  const workspace = await (slug === undefined
    ? query.where('is_first', '=', true)
    : query.where('slug', '=', slug)
  ).executeTakeFirst()
  if (workspace === undefined) return undefined
  const languages = offered((await languagesOf(workspace.id)) ?? workspace.languages)
  const chosen =
    language !== undefined && isLanguage(language) ? language : preferred(request.headers['accept-language'], languages)
  const root = slug === undefined ? '' : `/w/${slug}`
  return {
    workspace,
    root,
    tongue: tongueOf(chosen),
    languages,
    path,
    // Once the language is part of the address, links keep it.
    to(to, other) {
      const named = other ?? (language === undefined ? undefined : chosen)
      const address = `${root}${named === undefined ? '' : `/${named}`}${to}`
      return address === '' ? '/' : address
    },
  }
}
