export { type CustomerSays, findOrAddCustomer } from './find-customer.ts'
export { peopleHandlers } from './people-handlers.ts'
export { readStaff } from './staff.ts'
