// Verify opens an exported book with code that shares nothing with Comity: the packages
// golang.org/x/mod/sumdb/note and tlog, which check the Go module database.
//
//	verify <directory> <vkey> [older checkpoint]
//
// It refuses the book (exit status 1, one line on standard error) unless
//   - the checkpoint is signed by the key and names the key's book,
//   - every hash tile leads to the checkpoint's root,
//   - every entry of every bundle has the leaf hash its tile holds, and all together lead to that root,
//   - every entry has an inclusion proof (of more than 1,000 entries: the first, the last and every 97th),
//   - every body has the digest it is filed under,
//   - the older checkpoint, where one is given, is of the same book and the book goes on from it.
//
// Builds without network: GO111MODULE=off GOPATH=/usr/share/gocode go build verify.go
package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// files reads hash tiles from a directory. C2SP paths are those of the Go module database without the height.
type files struct {
	dir  string
	read map[tlog.Tile][]byte
}

func (f files) Height() int { return height }

func (f files) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (f files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		raw, ok := f.read[tile]
		if !ok {
			path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", height), "tile/", 1)
			var err error
			if raw, err = os.ReadFile(filepath.Join(f.dir, path)); err != nil {
				return nil, err
			}
			if len(raw) != tile.W*tlog.HashSize {
				return nil, fmt.Errorf("%s holds %d bytes, not %d", path, len(raw), tile.W*tlog.HashSize)
			}
			f.read[tile] = raw
		}
		data = append(data, raw)
	}
	return data, nil
}

// openCheckpoint returns the tree a signed checkpoint states.
func openCheckpoint(path string, key note.Verifier) (tlog.Tree, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(raw, note.VerifierList(key))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != key.Name() {
		return tlog.Tree{}, errors.New("the checkpoint is not one of this book")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, errors.New("the checkpoint has no size")
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tlog.Tree{}, errors.New("the checkpoint has no root")
	}
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree, nil
}

// entries returns the entries of bundle number n, which holds width of them.
func entries(dir string, n int64, width int) ([][]byte, error) {
	tile := tlog.Tile{H: height, L: 0, N: n, W: width}
	path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/0/", height), "tile/entries/", 1)
	raw, err := os.ReadFile(filepath.Join(dir, path))
	if err != nil {
		return nil, err
	}
	var found [][]byte
	for len(raw) > 0 {
		if len(raw) < 2 || len(raw) < 2+int(raw[0])<<8+int(raw[1]) {
			return nil, fmt.Errorf("%s is cut short", path)
		}
		length := int(raw[0])<<8 + int(raw[1])
		found = append(found, raw[2:2+length])
		raw = raw[2+length:]
	}
	if len(found) != width {
		return nil, fmt.Errorf("%s holds %d entries, not %d", path, len(found), width)
	}
	return found, nil
}

// checkEntries compares every entry with the tiles, builds the tree anew from the entries alone, and proves
// entries to stand in it.
func checkEntries(dir string, tree tlog.Tree, reader tlog.HashReader) error {
	var leaves, stored []tlog.Hash
	own := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			found[i] = stored[index]
		}
		return found, nil
	})
	for start := int64(0); start < tree.N; start += 1 << height {
		width := tree.N - start
		if width > 1<<height {
			width = 1 << height
		}
		bundle, err := entries(dir, start>>height, int(width))
		if err != nil {
			return err
		}
		indexes := make([]int64, width)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, start+int64(i))
		}
		tiled, err := reader.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i, entry := range bundle {
			index := start + int64(i)
			leaf := tlog.RecordHash(entry)
			if tiled[i] != leaf {
				return fmt.Errorf("entry %d is not the one its tile names", index)
			}
			more, err := tlog.StoredHashesForRecordHash(index, leaf, own)
			if err != nil {
				return err
			}
			leaves, stored = append(leaves, leaf), append(stored, more...)
		}
	}
	root, err := tlog.TreeHash(tree.N, own)
	if err != nil || root != tree.Hash {
		return errors.New("the entries lead to another root than the checkpoint's")
	}
	for index := int64(0); index < tree.N; index++ {
		if tree.N > 1000 && index%97 != 0 && index != tree.N-1 {
			continue
		}
		proof, err := tlog.ProveRecord(tree.N, index, own)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaves[index]); err != nil {
			return fmt.Errorf("entry %d: %v", index, err)
		}
	}
	return nil
}

// checkBodies hashes every body that was handed out with its salt; bodies that were not are no fault.
func checkBodies(dir string) (int, error) {
	found, err := filepath.Glob(filepath.Join(dir, "body", "*"))
	if err != nil {
		return 0, err
	}
	for _, path := range found {
		raw, err := os.ReadFile(path)
		if err != nil {
			return 0, err
		}
		var given struct {
			Salt string          `json:"salt"`
			Body json.RawMessage `json:"body"`
		}
		if err := json.Unmarshal(raw, &given); err != nil {
			return 0, fmt.Errorf("%s: %v", path, err)
		}
		salt, err := hex.DecodeString(given.Salt)
		if err != nil {
			return 0, fmt.Errorf("%s: %v", path, err)
		}
		sum := sha256.Sum256(append(append([]byte("comity.body/v1\n"), salt...), given.Body...))
		if hex.EncodeToString(sum[:]) != filepath.Base(path) {
			return 0, fmt.Errorf("%s is not the body it is filed as", path)
		}
	}
	return len(found), nil
}

// checkOlder proves that the book goes on from an older checkpoint.
func checkOlder(path string, key note.Verifier, tree tlog.Tree, reader tlog.HashReader) error {
	older, err := openCheckpoint(path, key)
	if err != nil {
		return err
	}
	if older.N == 0 {
		return nil
	}
	if older.N > tree.N {
		return fmt.Errorf("the older checkpoint states %d entries, the book %d", older.N, tree.N)
	}
	proof, err := tlog.ProveTree(tree.N, older.N, reader)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash)
}

func verify(args []string) (string, error) {
	if len(args) < 2 || len(args) > 3 {
		return "", errors.New("verify <directory> <vkey> [older checkpoint]")
	}
	key, err := note.NewVerifier(args[1])
	if err != nil {
		return "", err
	}
	tree, err := openCheckpoint(filepath.Join(args[0], "checkpoint"), key)
	if err != nil {
		return "", err
	}
	reader := tlog.TileHashReader(tree, files{args[0], map[tlog.Tile][]byte{}})
	if err := checkEntries(args[0], tree, reader); err != nil {
		return "", err
	}
	bodies, err := checkBodies(args[0])
	if err != nil {
		return "", err
	}
	if len(args) == 3 {
		if err := checkOlder(args[2], key, tree, reader); err != nil {
			return "", fmt.Errorf("the older checkpoint: %v", err)
		}
	}
	return fmt.Sprintf("%d entries and %d bodies of %s hold", tree.N, bodies, key.Name()), nil
}

func main() {
	said, err := verify(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "refused:", err)
		os.Exit(1)
	}
	fmt.Println(said)
}
