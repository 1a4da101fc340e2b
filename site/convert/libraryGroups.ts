import { libraries } from '../../src/convert/libraries.ts';
import { LIBRARY_IDS, type LibraryId } from '../../src/schema/libraryIds.ts';
import type { Group } from '../text/converter/converterWords.ts';

/** The libraries by kind: by how their penalty reaches the weights. */
export function librariesIn(group: Group): LibraryId[] {
	return LIBRARY_IDS.filter((id) => {
		const { coupling } = libraries[id];
		return group === (coupling === 'leaves' ? 'trees' : coupling === 'solver' ? 'linear' : 'networks');
	});
}
