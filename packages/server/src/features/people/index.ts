export { type CustomerSays, findOrAddCustomer } from './find-customer.ts'
