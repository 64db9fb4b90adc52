/**
 * A body as a dialog has it: what isn't filled in yet may be null or missing. The dialog's button waits for it, and the server
 * says at the field what it lacks; names and kinds are those of the API.
 */
export type Draft<Body> = { [Name in keyof Body]: Body[Name] | null | undefined };
