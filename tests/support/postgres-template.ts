/** The database on the test server from which every test gets a copy: migrated, with the regions in it. */
export const templateName = "simpul_template"
