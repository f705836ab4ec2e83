/** How roles of permission sets of IAM Identity Center begin, and their path. */
export const SSO_ROLE = "AWSReservedSSO_";
export const SSO_PATH = "aws-reserved/sso.amazonaws.com/";

/** Roles that AWS makes and names, and the paths it makes them under (rule context.untold.reserved-roles). Nobody else can make a role there. */
const RESERVED: readonly { readonly begins: string; readonly paths: readonly string[] }[] = [
  // with a Region, or without one
  { begins: SSO_ROLE, paths: [SSO_PATH, `${SSO_PATH}*/`] },
  { begins: "AWSServiceRoleFor", paths: ["aws-service-role/*/"] },
];

/** Where a role of this name is, in forms whose `*` is one part of the path; undefined of a name that is not AWS's own. */
export const reservedPaths = (roleName: string): readonly string[] | undefined =>
  RESERVED.find(({ begins }) => roleName.startsWith(begins))?.paths;

/** The path of service-linked roles. */
export const SERVICE_LINKED = "aws-service-role/";
