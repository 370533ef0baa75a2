import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'

/** What a template is to become: in these languages, under these law packs, in this money. */
export interface TemplateAsked {
  readonly languages: readonly string[]
  readonly jurisdictions: readonly string[]
  readonly currency: string
}

export const templateQueries = {
  list: () => queryOptions({ queryKey: ['templates'], queryFn: ({ signal }) => call('listTemplates', { signal }) }),
  one: (name: string, { languages, jurisdictions, currency }: TemplateAsked) =>
    queryOptions({
      queryKey: ['templates', name, languages, jurisdictions, currency],
      queryFn: ({ signal }) => {
        const query = { languages: languages.join(','), jurisdictions: jurisdictions.join(','), currency }
        return call('readTemplate', { params: { template: name }, query, signal })
      },
    }),
  /** What the company is: the law that the charter in force names. */
  profile: () => queryOptions({ queryKey: ['law'], queryFn: ({ signal }) => call('readLaw', { signal }) }),
}
