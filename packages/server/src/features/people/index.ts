export { type CustomerSays, findOrAddCustomer, findOrAddCustomers } from './find-customer.ts'
export { peopleHandlers } from './people-handlers.ts'
export { readStaff } from './staff.ts'
