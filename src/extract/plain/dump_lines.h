// Recognizes single lines of text files that programs write. The lines have no
// blanks at their ends.
#pragma once

#include <string_view>

namespace newsmill::extract::plain {

/// Returns whether the line is the first line of an HTTP request, an HTTP
/// response or a WARC record.
bool IsProtocolLine(std::string_view line);

/// Returns whether the line is a header of HTTP or WARC: "Content-Type:
/// text/html".
bool IsHeaderLine(std::string_view line);

/// Returns whether the line is a header of HTTP or of an e-mail.
bool IsMailHeaderLine(std::string_view line);

/// Returns whether the line begins with a date and a time with seconds, an IP
/// address, or a log level.
bool IsLogLine(std::string_view line);

/// Returns whether the line looks like a line of source code.
bool IsCodeLine(std::string_view line);

/// Returns whether the line is long ASCII text without blanks, such as base64
/// or hexadecimal digits.
bool IsEncodedLine(std::string_view line);

/// Returns whether the line states when a subtitle is shown: "00:01.000 -->
/// 00:04.000".
bool IsTimingLine(std::string_view line);

/// Returns whether the line is a result of the Test Anything Protocol: "ok 1".
bool IsTestLine(std::string_view line);

/// Returns whether the line has at least two words, and not more other tokens
/// than words.
bool HasWords(std::string_view line);

/// Returns whether the line has many words and ends like a sentence.
bool IsSentence(std::string_view line);

/// Returns whether at least a third of the bytes are beyond ASCII. Such a line
/// may have no blanks between its words.
bool HasForeignLetters(std::string_view line);

}  // namespace newsmill::extract::plain
