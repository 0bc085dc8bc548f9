// Classifies single lines of texts that programs write, such as logs and source
// code. REQUIRES: the line has no blanks at its start and its end.
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

/// Returns whether the line looks like a line of a log. Such a line begins with
/// an IP address, with a log level, or with a date and a time in seconds.
bool IsLogLine(std::string_view line);

/// Returns whether the line looks like source code.
bool IsCodeLine(std::string_view line);

/// Returns whether the line is a long ASCII text without blanks, such as base64
/// or hexadecimal digits.
bool IsEncodedLine(std::string_view line);

/// Returns whether the line states the time at which a subtitle of a video is
/// shown: "00:01.000 --> 00:04.000".
bool IsTimingLine(std::string_view line);

/// Returns whether the line is a result of the Test Anything Protocol: "ok 1".
bool IsTestLine(std::string_view line);

/// Returns whether the line has at least two words, and at least as many words
/// as other tokens. Returns false for a setting: "level: 3".
bool HasWords(std::string_view line);

/// Returns whether the line has many words and few other tokens, and ends like
/// a sentence.
bool IsSentence(std::string_view line);

/// Returns whether at least a third of the bytes of the line are not ASCII.
/// Such a line may have no blanks between its words.
bool HasForeignLetters(std::string_view line);

}  // namespace newsmill::extract::plain
