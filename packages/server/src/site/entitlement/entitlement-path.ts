/** Where somebody asks what the charter gives them; below the place of the workspace’s pages. */
export const ENTITLEMENT_PATH = '/charter/entitled'
