import type { Handlers } from '../../http/handler.ts'
import { removeDemo } from './remove-demo.ts'

export const demoHandlers: Handlers<'removeDemo'> = {
  removeDemo: ({ access }, desk) => removeDemo(desk, access.workspace),
}
