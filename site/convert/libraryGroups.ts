import { libraries } from '../../src/convert/libraries.ts';
import { LIBRARY_IDS, type LibraryId } from '../../src/schema/libraryIds.ts';

/** Kinds of library as a reader looks for one. */
export const GROUPS = ['networks', 'linear', 'trees'] as const;
export type Group = (typeof GROUPS)[number];

/** The libraries by kind: by how their penalty reaches the weights. */
export function librariesIn(group: Group): LibraryId[] {
	return LIBRARY_IDS.filter((id) => {
		const { coupling } = libraries[id];
		return group === (coupling === 'leaves' ? 'trees' : coupling === 'solver' ? 'linear' : 'networks');
	});
}
