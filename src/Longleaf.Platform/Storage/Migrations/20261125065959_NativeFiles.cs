using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Longleaf.Platform.Storage.Migrations
{
    /// <inheritdoc />
    public partial class NativeFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "content_md5",
                table: "files",
                type: "TEXT",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "description",
                table: "files",
                type: "TEXT",
                maxLength: 1024,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "key_id",
                table: "files",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "content_md5",
                table: "files");

            migrationBuilder.DropColumn(
                name: "description",
                table: "files");

            migrationBuilder.DropColumn(
                name: "key_id",
                table: "files");
        }
    }
}
