import type { templateRoutes } from '@avow/contract'
import type { Handlers } from '../../http/handler.ts'
import { CHARTER_CURRENCIES } from '../installation/index.ts'
import { listTemplates } from './list-templates.ts'
import { currencyOf, readTemplate } from './read-template.ts'

export const templateHandlers: Handlers<keyof typeof templateRoutes> = {
  listTemplates: async ({ access: { workspace } }, desk) => ({
    items: listTemplates(desk.root),
    currencies: [...CHARTER_CURRENCIES],
    currency: await currencyOf(desk, workspace),
  }),

  readTemplate: ({ access: { workspace }, params: { template }, query }, desk) =>
    readTemplate(desk, workspace, { name: template, ...query }),
}
