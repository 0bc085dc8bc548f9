#!/usr/bin/env bash
# go-trafilatura gives each paragraph but the first twice, if the article separates its
# paragraphs by br in a div: an article of three paragraphs becomes one of five. With p around
# the same text it is right, and so is trafilatura in Python. It matters to all who show,
# measure or deduplicate the text: the same article with p on another site has half the length.
# Seen with go-trafilatura 1.12.2. Source: extractContent in main-extractor.go handles the div,
# with the text after each br, and then each br with the same text.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export GOPATH="$folder/go" GOFLAGS="-mod=mod -modcacherw"

cat >go.mod <<'MODULE'
module example.com/reader

go 1.23

require github.com/markusmobius/go-trafilatura v1.12.2
MODULE
cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/markusmobius/go-trafilatura"
)

var paragraphs = []string{
	"The council said on Monday that it will repair the old bridge before the end of the year.",
	"Members argued until late in the evening about the price and the place of the new road.",
	"Engineers have said in three reports since the spring that the steel of the bridge is weak.",
}

func count(markup string) string {
	page := `<!DOCTYPE html><html lang="en"><head><title>Bridge</title></head><body><article>
<h1>The council repairs the bridge</h1>` + markup + `</article></body></html>`
	result, err := trafilatura.Extract(strings.NewReader(page), trafilatura.Options{})
	if err != nil {
		return err.Error()
	}
	counts := []string{}
	for _, paragraph := range paragraphs {
		counts = append(counts, fmt.Sprint(strings.Count(result.ContentText, paragraph)))
	}
	return strings.Join(counts, " ")
}

func main() {
	fmt.Println("go-trafilatura 1.12.2: how often each paragraph is in the text")
	changed := false
	for _, c := range [][3]string{
		{"div with br", "<div>" + strings.Join(paragraphs, "<br>") + "</div>", "1 2 2"},
		{"div with two br", "<div>" + strings.Join(paragraphs, "<br><br>") + "</div>", "1 2 2"},
		{"p with br", "<p>" + strings.Join(paragraphs, "<br>") + "</p>", "1 1 1"},
		{"p", "<p>" + strings.Join(paragraphs, "</p><p>") + "</p>", "1 1 1"},
	} {
		found := count(c[1])
		fmt.Println(c[0]+":", found)
		changed = changed || found != c[2]
	}
	if changed {
		fmt.Println("changed")
		os.Exit(1)
	}
	fmt.Println("as described")
}
GO
go run .
