export { type CustomerSays, findOrAddCustomer, findOrAddCustomers, findOrAddOutsiders } from './find-customer.ts'
export { isStaff } from './is-staff.ts'
export { peopleHandlers } from './people-handlers.ts'
export { readStaff } from './staff.ts'
