#!/usr/bin/env bash
# go-domdistiller finds no text in Thai, Lao and Khmer articles, however long they are: it counts
# the words between spaces, and these languages have none. Chinese and Japanese, which have none
# either, are right. The title is there and the error is nil. It matters to all who extract Asian
# news with it, or with go-trafilatura, which asks it if its own result is poor.
# Seen with go-domdistiller 1.0.0. Source: SelectWordCounter in internal/stringutil/
# word-counter.go has rules for Han, Kana and Hangul alone.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export GOPATH="$folder/go" GOFLAGS="-mod=mod -modcacherw"

cat >go.mod <<'MODULE'
module example.com/reader

go 1.23

require github.com/markusmobius/go-domdistiller v1.0.0
MODULE
cat >main.go <<'GO'
package main

import (
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/markusmobius/go-domdistiller"
)

func main() {
	fmt.Println("go-domdistiller 1.0.0: is the text of an article of 30 paragraphs found?")
	address, _ := url.Parse("https://example.com/1")
	changed := false
	for _, c := range []struct {
		language, paragraph string
		expected            bool
	}{
		{"th", "สภาเมืองกล่าวเมื่อวันจันทร์ว่าจะซ่อมสะพานเก่าข้ามแม่น้ำก่อนสิ้นปีนี้", false},
		{"lo", "ສະພາເມືອງກ່າວໃນວັນຈັນວ່າຈະສ້ອມແປງຂົວເກົ່າຂ້າມແມ່ນ້ຳກ່ອນທ້າຍປີນີ້", false},
		{"km", "ក្រុមប្រឹក្សាក្រុងបាននិយាយកាលពីថ្ងៃច័ន្ទថានឹងជួសជុលស្ពានចាស់ឆ្លងកាត់ទន្លេ", false},
		{"zh", "市议会周一表示，在经历了数月的价格争论之后，将在年底前修复河上的旧桥，并请工程师提交新的报告。", true},
		{"ja", "市議会は月曜日、数か月にわたる価格の議論のあと、年末までに川の古い橋を修理すると発表した。", true},
		{"en", "The council said on Monday that it will repair the old bridge before winter.", true},
	} {
		page := `<!DOCTYPE html><html lang="` + c.language + `">
<head><title>1</title></head><body><article>` +
			strings.Repeat("<p>"+c.paragraph+"</p>", 30) + `</article></body></html>`
		options := &distiller.Options{OriginalURL: address}
		result, err := distiller.ApplyForReader(strings.NewReader(page), options)
		if err != nil {
			fmt.Println(c.language, err)
			os.Exit(1)
		}
		found := strings.Contains(result.Text, c.paragraph)
		fmt.Printf("%s: %v, %d bytes\n", c.language, found, len(result.Text))
		changed = changed || found != c.expected || (!found && result.Text != "")
	}
	if changed {
		fmt.Println("changed")
		os.Exit(1)
	}
	fmt.Println("as described")
}
GO
go run .
