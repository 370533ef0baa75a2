export { findLink, type Link, openLink } from './find-link.ts'
export { makeLink, makeLinks, type NewLink } from './make-link.ts'
export { siteAddress } from './site-address.ts'
