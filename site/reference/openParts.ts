/** A script that stands behind the parts of a schema, so that they are open before a screen with room for columns is first painted. */
export const OPEN_PARTS = `if(matchMedia('(width >= 64rem)').matches)for(const part of document.currentScript.previousElementSibling.children)part.open=true`;
