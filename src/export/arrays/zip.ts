/**
 * Archives of files as they are, uncompressed (PKWARE's APPNOTE, 4.3): each file behind a header of its own, then a
 * directory of all, then where the directory begins. Sizes stay below 4 GiB and 65,536 files, so there is no ZIP64.
 */
import { concatenate } from './namedArray.ts';

interface File {
	/** Plain ASCII. */
	name: string;
	bytes: Uint8Array;
}

/** The first day that a ZIP can name, 1 January 1980: equal files give equal archives. */
const NO_TIME = [0, 0x21];
const VERSION = 20;

/** @returns the archive of these files, in this order */
export function zip(files: readonly File[]): Uint8Array<ArrayBuffer> {
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let at = 0;
	for (const { name, bytes } of files) {
		const encoded = new TextEncoder().encode(name);
		const crc = crc32(bytes);
		// Flags, method and time; what the file weighs, twice; how long its name is and what else stands beside it.
		const facts = [u16(0, 0, ...NO_TIME), u32(crc, bytes.length, bytes.length), u16(encoded.length, 0)];
		const header = concatenate([u32(0x04034b50), u16(VERSION), ...facts, encoded]);
		// No comment, the first disk, no attributes; where the file's header begins.
		const rest = [u16(0, 0, 0), u32(0, at), encoded];
		directory.push(u32(0x02014b50), u16(VERSION, VERSION), ...facts, ...rest);
		parts.push(header, bytes);
		at += header.length + bytes.length;
	}
	const listed = concatenate(directory);
	const count = files.length;
	const end = [u32(0x06054b50), u16(0, 0, count, count), u32(listed.length, at), u16(0)];
	return concatenate([...parts, listed, ...end]);
}

/** Numbers of two and of four bytes, the least significant byte first. */
const u16 = (...numbers: number[]) => Uint8Array.from(numbers.flatMap((number) => [number, number >> 8]));
const u32 = (...numbers: number[]) =>
	Uint8Array.from(numbers.flatMap((number) => [number, number >> 8, number >> 16, number >> 24]));

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let crc = byte;
	for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	return crc;
});

/** The check of a ZIP: the cyclic redundancy check of ISO 3309, a byte at a time by a table. */
function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 255] ?? 0);
	return ~crc >>> 0;
}
