import { FIELDS } from './state.ts';

/**
 * A script that stands behind the box's answer and runs as soon as that is there: a page that is opened by a link with values has
 * an empty box before it is first painted, so that nothing moves afterwards. What it asks is `isStated`.
 */
export const LINK_FIRST = `if(/[?&](${FIELDS.join('|')})=/.test(location.search))for(const part of ['code','answer'])document.querySelector('code-box [data-part='+part+']').textContent=''`;
